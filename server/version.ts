import { version as number } from '../package.json'

/** The version of this build. */
export const version: string = number
