import AppBar from '@mui/material/AppBar'
import Button from '@mui/material/Button'
import Container from '@mui/material/Container'
import List from '@mui/material/List'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Toolbar from '@mui/material/Toolbar'
import Typography from '@mui/material/Typography'
import { useSyncExternalStore } from 'react'
import { clockText } from '../../../src/wording.ts'
import type { Seat } from '../../web/wardFeed.ts'
import { ApttDialog } from './ApttDialog.tsx'
import { Row } from './Row.tsx'
import { rowSelectors, useWard } from './wardStore.ts'

/** Top line, finder and rows; the question of the APTT over them where the address asks it. */
export function Ward({ seat }: { seat: Seat }) {
  const ids = useWard(rowSelectors.selectIds)
  const hash = useSyncExternalStore(
    (changed) => {
      addEventListener('hashchange', changed)
      return () => removeEventListener('hashchange', changed)
    },
    () => location.hash,
  )
  return (
    <>
      <AppBar position="static" color="default">
        <Toolbar>
          <Typography variant="h6" sx={{ flex: 1 }}>
            {seat.wardName} IV heparin
          </Typography>
          <Clock zone={seat.zone} />
          <Button>{seat.person}</Button>
        </Toolbar>
      </AppBar>
      <Container component="main">
        <Stack direction="row" sx={{ justifyContent: 'space-between', my: 2 }}>
          <Typography variant="h4" component="h1">
            Heparin infusions {ids.length}
          </Typography>
          <Button variant="outlined">New chart</Button>
        </Stack>
        <TextField label="Find a patient by name, MRN or bed" fullWidth />
        <List component="ol">
          {ids.map((id) => (
            <Row key={id} chartId={id} zone={seat.zone} />
          ))}
        </List>
      </Container>
      {hash === '#aptt' && <ApttDialog />}
    </>
  )
}

function Clock({ zone }: { zone: string }) {
  const clock = useWard(({ ward }) => clockText(ward.now, zone))
  return <Typography>{clock}</Typography>
}
