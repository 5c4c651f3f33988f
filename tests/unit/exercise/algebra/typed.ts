import type { Dice, Tree } from "./tree";

const binding = { "+": 1, "-": 1, "⊙": 2, "*": 3, "/": 3 } as const;

/** A tree as a person might type it: plain or in TeX, with more brackets than needed, signs left out or not. */
export function typed(tree: Tree, dice: Dice): string {
  return dice.chance(0.4) ? tex(tree, dice) : plain(tree, dice);
}

function loose(tree: Tree): number {
  if (tree.is === "binary") return binding[tree.sign];
  if (tree.is === "negated") return 1.5;
  const raised = tree.is === "power" || tree.is === "transposed";
  return raised || (tree.is === "called" && tree.fn === "exp") ? 5 : 7;
}

function plain(tree: Tree, dice: Dice): string {
  const at = (part: Tree, place: number) => {
    const text = plain(part, dice);
    return loose(part) < place || dice.chance(0.1) ? `(${text})` : text;
  };
  switch (tree.is) {
    case "number":
      return tree.value < 0 ? `(${tree.value})` : String(tree.value);
    case "name":
      return tree.name;
    case "negated":
      return `${dice.one(["-", "−"])}${at(tree.of, 2)}`;
    case "transposed":
      return `${at(tree.of, 6)}${dice.one(["^T", "ᵀ", "'", "^{\\top}"])}`;
    case "called":
      return calledPlain(tree.fn, plain(tree.of, dice), dice);
    case "power":
      return `${at(tree.of, 6)}${dice.one(["^", "**"])}${tree.n < 0 ? `(${tree.n})` : tree.n}`;
    case "binary": {
      const own = binding[tree.sign];
      const left = at(tree.left, own);
      const right = at(tree.right, tree.sign === "+" ? own : own + 0.5);
      if (tree.sign === "*" && tree.right.is === "name" && tree.left.is === "number")
        return `${left}${right}`;
      return `${left}${dice.one(plainSigns[tree.sign])}${right}`;
    }
  }
}

const plainSigns = {
  "+": [" + ", "+"],
  "-": [" - ", "-", " − "],
  "*": [" * ", "*", "·", " × "],
  "/": [" / ", "/", "÷"],
  "⊙": [" ⊙ ", ".*", "∘"],
} as const;

function calledPlain(fn: string, of: string, dice: Dice): string {
  if (fn === "exp") return dice.one([`e^(${of})`, `exp(${of})`, `e^{${of}}`]);
  if (fn === "sigmoid") return dice.one([`sigmoid(${of})`, `sigma(${of})`, `σ(${of})`]);
  return fn === "ln" ? dice.one([`ln(${of})`, `log(${of})`]) : `${fn}(${of})`;
}

function tex(tree: Tree, dice: Dice): string {
  const at = (part: Tree, place: number) => {
    const text = tex(part, dice);
    const fraction = part.is === "binary" && part.sign === "/";
    return loose(part) < place && !(fraction && place <= 3.5) ? `\\left(${text}\\right)` : text;
  };
  switch (tree.is) {
    case "number":
      return tree.value < 0 ? `\\left(${tree.value}\\right)` : String(tree.value);
    case "name":
      return tree.name;
    case "negated":
      return `-${at(tree.of, 2)}`;
    case "transposed":
      return `${at(tree.of, 6)}^{\\top}`;
    case "called":
      return calledTex(tree.fn, tex(tree.of, dice));
    case "power":
      return `${at(tree.of, 6)}^{${tree.n}}`;
    case "binary": {
      if (tree.sign === "/") return `\\frac{${tex(tree.left, dice)}}{${tex(tree.right, dice)}}`;
      const own = binding[tree.sign];
      const right = at(tree.right, tree.sign === "+" ? own : own + 0.5);
      return `${at(tree.left, own)}${texSigns[tree.sign]}${right}`;
    }
  }
}

const texSigns = { "+": "+", "-": "-", "*": "\\cdot ", "⊙": "\\odot " } as const;

function calledTex(fn: string, of: string): string {
  if (fn === "exp") return `e^{${of}}`;
  if (fn === "sqrt") return `\\sqrt{${of}}`;
  return `\\${fn === "sigmoid" ? "sigma" : fn}\\left(${of}\\right)`;
}
