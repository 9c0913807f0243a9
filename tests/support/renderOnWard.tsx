import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import { App } from '../../src/App.tsx'
import { theme } from '../../src/components/theme.ts'
import { StoreContext } from '../../src/store/useChart.ts'
import { type FakeWard, type FakeWardOptions, fakeWard } from './fakeWard.ts'

/** The whole application at an address, on a ward of the test's making. */
export async function renderOnWard(path: string, options: FakeWardOptions = {}): Promise<FakeWard> {
  window.history.replaceState(null, '', path)
  const ward = fakeWard(options)
  render(
    <MantineProvider theme={theme} withCssVariables={false} withGlobalClasses={false}>
      <StoreContext value={ward.store}>
        <App />
      </StoreContext>
    </MantineProvider>,
  )
  await ward.store.start()
  return ward
}
