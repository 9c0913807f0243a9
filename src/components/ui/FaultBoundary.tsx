import { Component, type ReactNode } from 'react'

interface FaultBoundaryProps {
  readonly children: ReactNode
  /** What stands there instead once something below has failed. */
  readonly fallback: ReactNode
}

/** Keeps a fault on one page from taking the whole screen with it. */
export class FaultBoundary extends Component<FaultBoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}
