import { createContext } from 'react'

/** Whether the page is covered by the lock: what is secret and half typed is then forgotten. */
export const CoveredContext = createContext(false)
