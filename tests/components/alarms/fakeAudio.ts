/** One tone as it was started, seconds of the audio's own clock. */
export interface Tone {
  readonly hertz: number
  readonly from: number
  readonly to: number
  readonly loudest: number
}

/** An `AudioContext` that plays nothing and notes what it was asked to; it runs once it was resumed, as a browser's does. */
export function fakeAudio(isRunning = false) {
  const tones: Tone[] = []
  class Audio extends EventTarget {
    state = isRunning ? 'running' : 'suspended'
    currentTime = 0
    destination = {}
    async resume(): Promise<void> {
      this.state = 'running'
      this.dispatchEvent(new Event('statechange'))
    }
    createGain() {
      const levels: number[] = []
      const level = (value: number) => void levels.push(value)
      const gain = { setValueAtTime: level, linearRampToValueAtTime: level, levels }
      return { gain, connect: () => {} }
    }
    createOscillator() {
      const frequency = { value: 0 }
      let levels: number[] = []
      let from = 0
      return {
        type: 'sine',
        frequency,
        connect(gain: { gain: { levels: number[] } }) {
          levels = gain.gain.levels
        },
        start(at: number) {
          from = at
        },
        stop(to: number) {
          tones.push({ hertz: frequency.value, from, to, loudest: Math.max(...levels) })
        },
      }
    }
  }
  return { tones, Audio, make: () => new Audio() as unknown as AudioContext }
}

/** Gives the page such an audio for as long as it is open, and says what was played on it. */
export function stubAudio(): Tone[] {
  const { tones, Audio } = fakeAudio()
  Object.assign(globalThis, { AudioContext: Audio })
  return tones
}
