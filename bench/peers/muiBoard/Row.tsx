import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import ListItem from '@mui/material/ListItem'
import ListItemButton from '@mui/material/ListItemButton'
import Stack from '@mui/material/Stack'
import SvgIcon from '@mui/material/SvgIcon'
import Typography from '@mui/material/Typography'
import { memo } from 'react'
import { Link } from 'react-router'
import { type BoardRowWords, boardRowWords } from '../../../src/components/boardWords.ts'
import type { BoardRow } from '../../../src/store/wire.ts'
import { useWard } from './wardStore.ts'

const COLOURS = { stop: 'error', soon: 'warning' } as const
const RING = 'M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19z'
const COLUMNS = 'minmax(0, 1.25fr) 56px minmax(0, 1fr) 132px'

/** One chart: what is next, whose, and what runs. */
export const Row = memo(function ChartRow({ row, zone }: { row: BoardRow; zone: string }) {
  const now = useWard((state) => state.ward.now)
  if (now === null) return null
  const { next, bed, patient, protocol, run, notes, running } = boardRowWords(row, now, zone)
  return (
    <ListItem disablePadding divider>
      <ListItemButton component={Link} to={`/charts/${row.chartId}`}>
        <Box sx={{ display: 'grid', gridTemplateColumns: COLUMNS, gap: 2, width: '100%' }}>
          <Next next={next} />
          <Box>
            <Typography color="textSecondary">Bed</Typography>
            <Typography variant="h6">{bed}</Typography>
          </Box>
          <Box>
            <Typography variant="h6">{patient}</Typography>
            <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
              <Typography color="textSecondary">{protocol}</Typography>
              {run !== null && <Chip label={run} color="success" size="small" />}
              {notes.map((note) => (
                <Typography key={note} color="textSecondary">
                  {note}
                </Typography>
              ))}
            </Stack>
          </Box>
          <Running running={running} />
        </Box>
      </ListItemButton>
    </ListItem>
  )
})

function Next({ next: { urgency, title, when } }: { next: BoardRowWords['next'] }) {
  const colour = urgency && urgency.tone in COLOURS ? COLOURS[urgency.tone as 'stop'] : 'action'
  return (
    <Stack direction="row" spacing={1}>
      <SvgIcon color={colour}>
        <path d={RING} />
      </SvgIcon>
      <Box>
        {urgency && <span className="visuallyHidden">{urgency.word}: </span>}
        <Typography variant="h6">{title}</Typography>
        {when !== null && <Typography>{when}</Typography>}
      </Box>
    </Stack>
  )
}

function Running({ running: { rate, off, since, isSuspended } }: Pick<BoardRowWords, 'running'>) {
  return (
    <Box sx={{ textAlign: 'end' }}>
      <Typography variant="h5">{rate === null ? off : `${rate} mL/hr`}</Typography>
      {since !== null && <Typography color="textSecondary">{since}</Typography>}
      {isSuspended && <Chip label="Suspended" color="error" size="small" />}
    </Box>
  )
}
