import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { routeTable } from './route-table.ts'

/**
 * The variables that the components themselves set. Those that the package of tokens names carry the marks of another release and are
 * set nowhere, so that only their light fallbacks would ever be seen.
 */
const tokens = fileURLToPath(
  new URL('internal/generated/styles/tokens.js', import.meta.resolve('@cloudscape-design/components')),
)

export default defineConfig({
  resolve: { alias: [{ find: /^@cloudscape-design\/design-tokens$/, replacement: tokens }] },
  plugins: [react(), routeTable()],
  build: { target: 'es2024', sourcemap: false, chunkSizeWarningLimit: 700 },
})
