import { useEffect } from 'react'
import atkinson from './styles/atkinsonHyperlegibleNext.woff2'

/**
 * The type of paper, under a name of its own. When it turns to print, a browser takes the fonts of its style sheets up
 * anew and may count the pages before they are back; a font that a script has loaded stays.
 */
const FAMILY = 'Paper'
const WEIGHTS = '200 800'

/** Has the type of paper ready before anything is printed. */
export function usePaperFont(): void {
  useEffect(() => {
    if (!('fonts' in document) || isThere()) return
    const face = new FontFace(FAMILY, `url(${atkinson})`, { weight: WEIGHTS })
    document.fonts.add(face)
    face.load().catch(() => {
      // Without it paper takes the screen's type.
      document.fonts.delete(face)
    })
  }, [])
}

function isThere(): boolean {
  return [...document.fonts].some(({ family }) => family === FAMILY)
}
