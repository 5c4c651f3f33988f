/** An element that authors can write, in words: what it is, how one begins it, and its attributes. */
export interface ElementWords {
  readonly says: string;
  /** What is put in for it, `|` where the writer goes on. */
  readonly begins: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const ofParts = {
  name: "What the part is called: later parts may use its value by this name.",
  label: "What is asked for. Markdown with TeX.",
  points: "What it is worth: points={2}. 1 by default.",
  "follow-through":
    "The share that an answer earns which follows from a wrong earlier one. follow-through={0} for none; 1 by default.",
  "may-be-zero": "Says that 0, or entries all alike, is a fine answer.",
} as const;

const precise = {
  answer: "The key: an expression of the givens and the parts before.",
  significant: "Right to so many significant figures: significant={3}, which is the default.",
  decimals: "Right to so many decimals: decimals={3}.",
  tolerance:
    'Right within so much: tolerance={0.01}, or tolerance="auto" for what the figures shown carry.',
  arithmetic: "arithmetic={false} takes numbers alone, and no -ln(0.4).",
} as const;

const title = { title: "A title above it." } as const;

/** Every element that authors can write, for completion and for the reference. */
export const elements = {
  Given: {
    says: "Names a value for what comes after it. In an exercise it is drawn for each student.",
    begins: '<Given name="|" value={} />',
    attributes: {
      name: "What the value is called.",
      value: "An expression, such as value={uniform(-1, 1, { step: 0.1 })}.",
    },
  },
  Exercise: {
    says: "An exercise: givens, text, parts to answer, and help.",
    begins: '<Exercise id="|" title="">\n\n</Exercise>',
    attributes: {
      id: "Scores belong to it, so keep it. Small letters, digits and hyphens.",
      title: "What stands above it.",
      skills: "Skills of course.yaml that it practises, the main one first.",
      isolates: "The mistakes that it is a small exercise in.",
      was: "Ids that it had before: their scores move here.",
      retired:
        "Takes it from new students. Whoever has begun it keeps it, and so does graded work.",
      "step-cost": "What a step of the solution costs that is taken as a hint: step-cost={0.1}.",
    },
  },
  Numeric: {
    says: "Asks for a number.",
    begins: '<Numeric name="|" label="" answer={} significant={3} />',
    attributes: { ...ofParts, ...precise },
  },
  Matrix: {
    says: "Asks for a matrix or a vector.",
    begins: '<Matrix name="|" label="" answer={} significant={3} />',
    attributes: {
      ...ofParts,
      ...precise,
      shape: 'shape="shown" gives the shape away; else it is part of the answer.',
    },
  },
  Choice: {
    says: "Asks to choose one option, or several.",
    begins:
      '<Choice name="|" label="">\n  <Option correct></Option>\n  <Option></Option>\n</Choice>',
    attributes: {
      ...ofParts,
      several: "Several options may be right.",
      "keep-order": "Shows the options in the order as written.",
      distractors:
        "distractors={slips} draws wrong options from mistakes on the way to the right one, which is a value.",
      count: "How many it draws: count={2}. 3 by default.",
    },
  },
  Option: {
    says: "An option of a <Choice>.",
    begins: "<Option>|</Option>",
    attributes: {
      value: "In place of words: what the option comes to, as in <Option correct value={a * b} />.",
      correct: "The option is right, always or where correct={p > 0.5} holds.",
      feedback: "Why it is wrong, or why it is right. Markdown with TeX.",
    },
  },
  Ordering: {
    says: "Asks to put steps in order: as written, or each after those that it names.",
    begins: '<Ordering name="|" label="">\n  <Step></Step>\n  <Step></Step>\n</Ordering>',
    attributes: {
      ...ofParts,
      from: "In place of steps: the value whose way they are made from.",
      known: "What is there already, and no step.",
      distractors: "Mistakes that stand among the steps: distractors={2}.",
      "in-order": "The order as made is the only right one.",
    },
  },
  Step: {
    says: "A step of an <Ordering>.",
    begins: "<Step>|</Step>",
    attributes: {
      id: "What other steps call it.",
      after: "Ids of the steps that it needs, separated by commas.",
    },
  },
  Distractor: {
    says: "Something that looks like a step but isn’t.",
    begins: "<Distractor>|</Distractor>",
    attributes: { id: "What it is called.", why: "Why it is no step, a sentence." },
  },
  NetworkBlanks: {
    says: "Asks for values or weights on a network’s diagram.",
    begins: '<NetworkBlanks name="|" label="" of={net} pass={pass} blanks={[]} significant={3} />',
    attributes: {
      ...ofParts,
      of: "The network.",
      pass: "What forward or backprop comes to.",
      blanks: 'What is asked for: blanks={["h[1][2]", "p"]}.',
      show: 'show="gradients" asks for gradients.',
      activations: "Shows h below each neuron, beside gradients.",
      path: "Asks which weights a path crosses: its neurons.",
      significant: precise.significant,
      decimals: precise.decimals,
      tolerance: precise.tolerance,
      arithmetic: precise.arithmetic,
    },
  },
  Expression: {
    says: "Asks for a formula, in the student’s own notation.",
    begins: '<Expression name="|" label="" answer="" where={{}} />',
    attributes: {
      ...ofParts,
      answer: "The formula, as a student would type it.",
      where: "Every name in it with its domain: where={{ p: [0.05, 0.95] }}.",
      form: "Asks for expanded, factored or simplified as well.",
    },
  },
  Hint: {
    says: "Help, given one at a time.",
    begins: "<Hint>|</Hint>",
    attributes: {
      cost: "The share it takes of what is earned afterwards: cost={0.1}. Free by default.",
    },
  },
  Solution: {
    says: "Your own words for the worked solution. They may show the answers.",
    begins: "<Solution>\n|\n</Solution>",
    attributes: {},
  },
  Misconception: {
    says: "A wrong answer that you expect, and what to say about it.",
    begins: "<Misconception when={{ |:  }}></Misconception>",
    attributes: { when: "By part, the wrong answer: when={{ loss: -log(1 - p) }}." },
  },
  Variant: {
    says: "Fixed numbers: the n-th of these is everyone’s set n.",
    begins: "<Variant givens={{ | }} key={{  }} />",
    attributes: {
      givens: "The values of the givens.",
      key: "The answers that you state: the check refuses others.",
    },
  },
  Network: {
    says: "The network drawn, or how any value is worked out, as boxes with shapes.",
    begins: "<Network of={|} />",
    attributes: {
      of: "The network.",
      pass: "What forward or backprop comes to.",
      show: "structure, weights, forward or gradients.",
      value: "In place of a network: the value whose way is drawn as boxes.",
      shapes: "Which shapes stand at its lines: all, inputs or none.",
      ...title,
    },
  },
  Walkthrough: {
    says: "Plays feedforward, loss, backward and update step by step.",
    begins: "<Walkthrough of={|} pass={} />",
    attributes: {
      of: "The network.",
      pass: "What backprop comes to.",
      alpha: "The learning rate; without it there is no update.",
      until: "Ends it early: forward, loss, backward or update.",
      ...title,
    },
  },
  Plot: {
    says: "A line chart.",
    begins: '<Plot x={linspace(-6, 6, 121)} curves={{ "|":  }} />',
    attributes: {
      x: "A vector.",
      curves: "Vectors of the same length, by their names.",
      ...title,
      caption: "Below it.",
      "x-label": "At the axis.",
      "y-label": "At the axis.",
    },
  },
  Explore: {
    says: "A figure to move. It works answers out, so it stands in a lesson and in no exercise.",
    begins: '<Explore figure="|" />',
    attributes: {
      figure: "Which figure it is.",
      of: "The network, where the figure is one.",
      x: "An example of it.",
      y: "Its label.",
      ...title,
      caption: "Below it.",
    },
  },
  Derivation: {
    says: "Lines that are revealed one by one.",
    begins: "<Derivation>\n  <DerivationLine>|</DerivationLine>\n</Derivation>",
    attributes: title,
  },
  DerivationLine: {
    says: "A line of a <Derivation>.",
    begins: '<DerivationLine reason="">|</DerivationLine>',
    attributes: { reason: "Why it follows. Markdown with TeX." },
  },
  Figure: {
    says: "A figure with its caption.",
    begins: '<Figure caption="|">\n\n</Figure>',
    attributes: { caption: "What it shows." },
  },
  Callout: {
    says: "An aside.",
    begins: '<Callout type="note">\n|\n</Callout>',
    attributes: { type: "note, tip, warning or recall.", ...title },
  },
  Prerequisite: {
    says: "A word of the glossary, to unfold where it is needed.",
    begins: '<Prerequisite of="|" />',
    attributes: { of: "The word’s id in glossary.yaml." },
  },
  Recall: {
    says: "What an earlier lesson said, folded away.",
    begins: '<Recall title="|">\n\n</Recall>',
    attributes: { title: "What is inside." },
  },
  Video: {
    says: "A video, loaded when the reader asks for it.",
    begins: '<Video src="|" title="">transcript</Video>',
    attributes: { src: "An https address at YouTube or Vimeo.", ...title },
  },
} as const satisfies Record<string, ElementWords>;
