import { createTheme } from '@mantine/core'

/**
 * The component library set to the house: its colours are those of `styles/tokens.css`, every target at least
 * 48 px high, no component that rewrites what was typed.
 */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 9 },
  autoContrast: true,
  respectReducedMotion: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: 'var(--font)',
})
