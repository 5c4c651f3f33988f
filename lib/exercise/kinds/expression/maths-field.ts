import type { MathfieldElement } from "mathlive";
import { type Named, Names, readFormula, toTex } from "@/lib/exercise/algebra";
import { giveLetters, type Letter } from "./letters";
import type { ExpressionView } from "./schema";

/** What turns into a sign as it is typed. MathLive's own list also has dx, ii and many more that are names here. */
const shortcuts: Readonly<Record<string, string>> = {
  "*": "\\cdot",
  ".*": "\\odot",
  "./": "\\oslash",
  sqrt: "\\sqrt{#?}",
  sigmoid: "\\sigma",
  relu: "\\operatorname{relu}",
  ...Object.fromEntries(
    "sigma ln log exp sin cos tan sec csc cot sinh cosh tanh coth pi"
      .split(" ")
      .map((word) => [word, `\\${word}`]),
  ),
  ...Object.fromEntries(["sech", "csch", "sign"].map((word) => [word, `\\operatorname{${word}}`])),
};

/** MathLive's field, in which the names of a view are one sign each: h2 turns into h^{[2]}, and what is raised after
 *  that does not run into its index. Responses go in and out in the language that students type. */
export class MathsField {
  readonly element = document.createElement("math-field") as MathfieldElement;
  private readonly names: readonly Named[];

  constructor(
    place: Element,
    private readonly view: ExpressionView,
  ) {
    this.names = view.names.map((named, i) => ({ ...named, tex: signOf(named, i) }));
    const { element } = this;
    element.className = "maths-field";
    element.dataset.keypad = "maths";
    // Its settings can be changed only where it stands in the page.
    place.append(element);
    giveLetters(element, this.letters);
    element.mathVirtualKeyboardPolicy = "manual";
    element.popoverPolicy = "off";
    element.environmentPopoverPolicy = "off";
    element.menuItems = [];
    element.addEventListener("keydown", (event) => this.space(event), { capture: true });
    element.addEventListener("pointerdown", () => this.focus());
    element.focus = () => this.focus();
    element.macros = { ...element.macros, ...macrosOf(view, this.names) };
    element.inlineShortcuts = {
      ...greekOf(view),
      ...shortcuts,
      ...Object.fromEntries(this.names.filter(isWritten).map(({ name, tex }) => [name, tex])),
    };
  }

  /** Takes the focus at once. MathLive's own way takes 60 ms, and what is typed meanwhile would be lost. */
  focus(): void {
    HTMLElement.prototype.focus.call(this.element, { preventScroll: true });
  }

  /** The space bar leads out of a fraction or an exponent, as MathLive has it, but not out of brackets. */
  private space(event: KeyboardEvent): void {
    const { element } = this;
    if (event.key !== " " || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    // An empty place is selected as a whole, and waits for what comes.
    if (!element.selectionIsCollapsed) return;
    const before = element.position;
    element.executeCommand("moveAfterParent");
    const left = element.getValue(0, element.position, "latex");
    if (/\\right(?:[)\].|]|\\[a-z]+)$/.test(left)) element.position = before;
  }

  /** Shows a response that can be read; otherwise leaves the field as it is, and says so. */
  show(response: string): boolean {
    if (response.trim() === "") this.element.value = "";
    else {
      const read = readFormula(response, new Names(this.names));
      if (read.status === "unreadable") return false;
      this.element.value = toTex(read.formula, this.names);
    }
    return true;
  }

  /** The names of the view, each with the TeX that stands for it here. */
  get letters(): readonly Letter[] {
    return this.names.map(({ name, tex }, i) => ({
      html: this.view.names[i]?.text ?? name,
      says: name,
      tex,
    }));
  }

  get response(): string {
    const tex = braced(this.element.getValue("latex"));
    return this.names.reduce(
      (text, { name, tex }) => (isSign(tex) ? text.replaceAll(tex, ` ${name} `) : text),
      tex,
    );
  }
}

/** A name with an index is one sign, \namea; MathLive takes no digits there. */
function signOf({ tex }: Named, i: number): string {
  return /[_^]/.test(tex) ? `\\name${String.fromCharCode(97 + (i % 26))}` : tex;
}

const isSign = (tex: string) => tex.startsWith("\\name");

const isWritten = ({ name, tex }: Named) => name.length > 1 && name !== tex;

function macrosOf({ names }: ExpressionView, signs: readonly Named[]) {
  const written = names.flatMap(({ tex }, i) => {
    const sign = signs[i]?.tex ?? "";
    return isSign(sign) ? [[sign.slice(1), { def: tex, args: 0, captureSelection: true }]] : [];
  });
  return Object.fromEntries(written);
}

/** The Greek letters that begin a name, for names typed piece by piece: alpha_1. */
function greekOf({ names }: ExpressionView): Record<string, string> {
  const letters = names.flatMap(({ tex }) => /^\\([a-z]+)(?=[_^]|$)/i.exec(tex)?.[1] ?? []);
  return Object.fromEntries(letters.map((letter) => [letter, `\\${letter}`]));
}

/** TeX with braces around all that is raised, lowered or in a fraction: without them TeX takes one sign there, plain
 *  text a whole number. */
export function braced(tex: string): string {
  return tex
    .replace(/([\^_])([A-Za-z0-9])/g, "$1{$2}")
    .replace(/\\sqrt(\d)/g, "\\sqrt{$1}")
    .replace(/\\frac(\d)(\d)/g, "\\frac{$1}{$2}")
    .replace(/\\frac(\d)\{/g, "\\frac{$1}{");
}
