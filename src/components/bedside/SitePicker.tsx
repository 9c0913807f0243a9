import type { Site } from '../../chart/fields.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'

/** The sites a sample is taken from, in words. */
export const SITE_WORDS: Readonly<Record<Site, string>> = {
  'away-from-heparin': 'Away from the heparin: other limb, own venepuncture',
  'heparin-line-or-limb': 'From the heparin line, its port or its limb',
  'not-known': 'Not known',
}

/** What asks for the site. */
export const SITE_LABEL = 'Where was the sample taken? (NOMO-13)'

const CHOICES = [
  { value: 'away-from-heparin', label: SITE_WORDS['away-from-heparin'] },
  {
    value: 'heparin-line-or-limb',
    label: SITE_WORDS['heparin-line-or-limb'],
    hint: 'Reads too high: it will not change the rate',
  },
  { value: 'not-known', label: SITE_WORDS['not-known'] },
] as const

interface SitePickerProps {
  site: Site | null
  onSite: (site: Site) => void
}

/** Where the sample was taken; nothing is chosen beforehand (NOMO-13). */
export function SitePicker({ site, onSite }: SitePickerProps) {
  return <ChoiceField<Site> label={SITE_LABEL} choices={CHOICES} value={site} onChange={onSite} />
}
