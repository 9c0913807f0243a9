/** React and nothing else: the floor of any first load that it draws. */
import { createRoot } from 'react-dom/client'

const root = document.getElementById('root')
if (root) createRoot(root).render(<ol />)
