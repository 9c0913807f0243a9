export function WardBoard() {
  return null
}
