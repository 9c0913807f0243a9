import { createContext } from 'react'

/** Whether the answered parts of a long form are folded to what is signed of them. */
export const FoldContext = createContext(false)
