import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Grid from '@mui/material/Grid'
import TextField from '@mui/material/TextField'
import { useWard, useWardDispatch, ward } from './wardStore.ts'

const KEYS = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '0', '.', '>', '<'] as const

/** The APTT keyed on large keys or a keyboard, over the ward. */
export function ApttDialog() {
  const text = useWard((state) => state.ward.aptt)
  const fault = useWard((state) => state.ward.fault)
  const dispatch = useWardDispatch()
  const take = (next: string) => dispatch(ward.actions.typed(next))
  return (
    <Dialog open fullWidth maxWidth="xs">
      <DialogTitle>What is the APTT?</DialogTitle>
      <DialogContent>
        <TextField
          autoFocus
          fullWidth
          value={text}
          error={fault !== ''}
          helperText={fault || ' '}
          onChange={(event) => take(event.target.value)}
          slotProps={{ htmlInput: { 'aria-label': 'What is the APTT?, seconds' } }}
        />
        <Grid container spacing={1}>
          {KEYS.map((key) => (
            <Grid key={key} size={3}>
              <Button fullWidth variant="outlined" size="large" onClick={() => take(text + key)}>
                {key}
              </Button>
            </Grid>
          ))}
          <Grid size={3}>
            <Button
              fullWidth
              variant="outlined"
              size="large"
              aria-label="Delete the last"
              onClick={() => take(text.slice(0, -1))}
            >
              Delete
            </Button>
          </Grid>
          <Grid size={3}>
            <Button fullWidth variant="outlined" size="large" onClick={() => take('')}>
              Clear
            </Button>
          </Grid>
        </Grid>
      </DialogContent>
    </Dialog>
  )
}
