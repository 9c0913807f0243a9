const SETTING = 'sound-of-refused-keys'
const HERTZ = 220
const SECONDS = 0.12
/** Quiet beside a pump's alarm, and unlike one: a single low tone. */
const LOUDNESS = 0.15

/** Whether this tablet sounds a tone at a refused key; on until somebody turns it off here. */
export function isToneOn(): boolean {
  try {
    return localStorage.getItem(SETTING) !== 'off'
  } catch {
    return true
  }
}

/** Turns the tone of refused keys on or off on this tablet; a tablet that keeps nothing forgets it. */
export function setTone(isOn: boolean): void {
  try {
    localStorage.setItem(SETTING, isOn ? 'on' : 'off')
  } catch {
    // The words at the pad say what the tone says.
  }
}

let shared: AudioContext | null = null

/** A short low tone: this key was refused. Silent where it is turned off or the browser allows no sound. */
export function soundRefusal(): void {
  if (!isToneOn() || typeof AudioContext === 'undefined') return
  try {
    shared ??= new AudioContext()
    if (shared.state === 'suspended') void shared.resume().catch(() => undefined)
    beep(shared)
  } catch {
    // No sound to be had: the words at the pad say it.
  }
}

function beep(audio: AudioContext): void {
  const tone = audio.createOscillator()
  const gain = audio.createGain()
  tone.frequency.value = HERTZ
  gain.gain.value = LOUDNESS
  tone.connect(gain).connect(audio.destination)
  tone.start()
  tone.stop(audio.currentTime + SECONDS)
}
