export type RefusalCode = string
