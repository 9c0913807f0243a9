import AppBar from '@mui/material/AppBar'
import Button from '@mui/material/Button'
import Container from '@mui/material/Container'
import CssBaseline from '@mui/material/CssBaseline'
import List from '@mui/material/List'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import { createTheme, ThemeProvider, useColorScheme } from '@mui/material/styles'
import TextField from '@mui/material/TextField'
import Toolbar from '@mui/material/Toolbar'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { clockText } from '../../../src/wording.ts'
import type { Seat } from '../../web/wardFeed.ts'
import { ApttDialog } from './ApttDialog.tsx'
import { Row } from './Row.tsx'
import { useTime } from './useTime.ts'
import { useBoardQuery, useSeatQuery, useWard } from './wardStore.ts'

const theme = createTheme({ colorSchemes: { dark: true } })
const POLLED_EVERY_MS = 60_000

/** The ward of the person signed in. */
export function Ward() {
  const { data: seat } = useSeatQuery()
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline />
      {seat && <WardOf seat={seat} />}
    </ThemeProvider>
  )
}

/** Top line, finder and rows; the question of the APTT over them where the address asks it. */
function WardOf({ seat }: { seat: Seat }) {
  const { data: board, refetch } = useBoardQuery(seat.wardId, { pollingInterval: POLLED_EVERY_MS })
  const { hash } = useLocation()
  useTime(seat.wardId, board, refetch)
  return (
    <>
      <AppBar position="static" color="default">
        <Toolbar>
          <Typography variant="h6" sx={{ flex: 1 }}>
            {seat.wardName} IV heparin
          </Typography>
          <Clock zone={seat.zone} />
          <PersonMenu name={seat.person} />
        </Toolbar>
      </AppBar>
      <Container component="main">
        <Stack direction="row" sx={{ justifyContent: 'space-between', my: 2 }}>
          <Typography variant="h4" component="h1">
            Heparin infusions {board?.charts.length}
          </Typography>
          <Button variant="outlined" component={Link} to="/new-chart">
            New chart
          </Button>
        </Stack>
        <TextField label="Find a patient by name, MRN or bed" fullWidth />
        <List component="ol">
          {board?.charts.map((row) => (
            <Row key={row.chartId} row={row} zone={seat.zone} />
          ))}
        </List>
      </Container>
      {hash === '#aptt' && <ApttDialog />}
    </>
  )
}

function Clock({ zone }: { zone: string }) {
  const clock = useWard(({ ward }) => (ward.now === null ? '' : clockText(ward.now, zone)))
  return <Typography>{clock}</Typography>
}

function PersonMenu({ name }: { name: string }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const { mode, setMode } = useColorScheme()
  return (
    <>
      <Button onClick={(event) => setAnchor(event.currentTarget)}>{name}</Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => setMode(mode === 'dark' ? 'light' : 'dark')}>
          {mode === 'dark' ? 'Light screen' : 'Dark screen'}
        </MenuItem>
      </Menu>
    </>
  )
}
