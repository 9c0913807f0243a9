/** One part of the patient leaflet: a heading, what it says, and what it lists. */
export interface LeafletPart {
  readonly title: string
  readonly says: readonly string[]
  readonly points?: readonly string[]
}

/** The leaflet's text, whole: the screen, the paper and the test of its reading age all take it from here (EDU-1). */
export interface Leaflet {
  readonly title: string
  readonly opening: string
  readonly parts: readonly LeafletPart[]
  /** The signs to tell the nurse at once, in groups. */
  readonly signs: {
    readonly title: string
    readonly says: string
    readonly groups: readonly LeafletPart[]
    readonly closing: string
  }
}

/** The patient information on a heparin infusion, in plain words (EDU-1, EDU-3). */
export const leaflet: Leaflet = {
  title: 'Your heparin drip',
  opening:
    'This page is for you and for those who care about you. Keep it by your bed. Ask us about anything that is not clear.',
  parts: [
    {
      title: 'What heparin does',
      says: [
        'A blood clot is blood that has set, like jelly. It can block the flow of blood.',
        'Heparin slows down clotting. It stops a clot from growing and makes a new one less likely.',
        'Heparin does not dissolve a clot. Your own body does that, bit by bit. Heparin gives it the time it needs.',
      ],
    },
    {
      title: 'Why you have a drip',
      says: [
        'A pump gives you heparin in small amounts, day and night, through a thin tube in a vein. This is called an infusion.',
        'It lets us change the dose when your blood tests say so, or stop it when we need to.',
      ],
    },
    {
      title: 'Why you have so many blood tests',
      says: [
        'Each person needs a different amount. With too little, the clot may grow. With too much, you may bleed.',
        'A test called the APTT tells us how long your blood takes to clot. We then set the pump faster or slower, or leave it as it is.',
        'At first, expect a test about every six hours. When two in a row are right, one a day may be enough.',
      ],
    },
    {
      title: 'How you can stay safe',
      says: [],
      points: [
        'Ask for help before you get up from your bed or chair. On heparin, a fall can make you bleed badly.',
        'Ask us before you take any new medicine. This means pills from home or a shop too, and herbs and vitamins. Some of them make heparin too strong or too weak.',
        'Tell us about every medicine you take now.',
      ],
    },
  ],
  signs: {
    title: 'Tell your nurse at once',
    says: 'Press the call bell if you notice any of these. If you are with someone who has heparin, tell the nurse for them.',
    groups: [
      {
        title: 'Bleeding',
        says: [],
        points: [
          'Bleeding that goes on and on',
          'New bruises, or a rash',
          'Vomit with dark bits in it, like ground coffee',
          'Black stools, or blood in your stools',
          'Red or brown urine',
        ],
      },
      {
        title: 'Chest and breathing',
        says: [],
        points: ['Breathing that is hard or fast', 'A wheeze', 'Chest pain', 'A heart that races'],
      },
      {
        title: 'Head and senses',
        says: [],
        points: [
          'A headache',
          'Feeling unsteady or confused',
          'Trouble with your sight or hearing',
          'One side of your body going weak or numb',
        ],
      },
      {
        title: 'Knocks and pain',
        says: [],
        points: ['A knock to the head', 'A fall, even a small one', 'Pain in your back or belly'],
      },
    ],
    closing: 'You do not have to be sure. It is always right to tell us.',
  },
}
