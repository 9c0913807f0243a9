import classes from './Icon.module.css'

const paths = {
  stop: 'M8.5 2.5h7l6 6v7l-6 6h-7l-6-6v-7zM8 12h8',
  overdue: 'M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zM12 7v6M12 16.5v.5',
  due: 'M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zM12 6.5V12l3.5 2.5',
  soon: 'M12 3.2 22 20.5H2zM12 10v4.5M12 17.3v.4',
  waiting: 'M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19z',
  check: 'M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zM7.5 12.3l3 3 6-6.3',
  second:
    'M8.5 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c.4-4 3-6 6.5-6s6.1 2 6.5 6M15.5 4.3a3.5 3.5 0 0 1 0 6.5M17.5 14.4c2.6.7 4.2 2.6 4.5 5.6',
  bolus:
    'M17 2l5 5M19.5 4.5 16 8M14 4l6 6M17 7 8.5 15.5a2 2 0 0 1-1.4.600H5v-2.1a2 2 0 0 1 .600-1.4L14 4M5 16l-3 3.5',
  drop: 'M12 2.5c4 5 6.5 8 6.5 11.5a6.5 6.5 0 0 1-13 0C5.5 10.5 8 7.5 12 2.5z',
  person: 'M12 12a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM3.5 21c.5-4.5 4-7 8.5-7s8 2.5 8.5 7',
  back: 'M14.5 5 7.5 12l7 7',
  next: 'M9.5 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  up: 'M5 15l7-7 7 7',
  offline:
    'M3 3l18 18M5 12.5a10 10 0 0 1 4-2.3M2 8.8a15 15 0 0 1 4.5-2.7M19 12.5a10 10 0 0 0-4.5-2.5M22 8.8A15 15 0 0 0 10.5 5M8.5 16a5 5 0 0 1 6.5-.3M12 19.5v.1',
  sun: 'M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 1.5v2.5M12 20v2.5M1.5 12H4M20 12h2.5M4.6 4.6l1.7 1.7M17.7 17.7l1.7 1.7M4.6 19.4l1.7-1.7M17.7 6.3l1.7-1.7',
  moon: 'M20.5 14.5A9 9 0 0 1 9.5 3.5a9 9 0 1 0 11 11z',
  leave: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
  plus: 'M12 4v16M4 12h16',
  cross: 'M5 5l14 14M19 5 5 19',
  print: 'M7 9V3h10v6M7 17H3V9h18v8h-4M7 14h10v7H7z',
} as const

export type IconName = keyof typeof paths

/** A drawing beside a word; the word says it, so a screen reader passes over the drawing. */
export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg
      className={classes.icon}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
