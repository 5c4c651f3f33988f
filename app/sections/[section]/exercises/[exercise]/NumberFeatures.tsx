import { type FeatureComparison, fewestCompared, type Trait } from "@/lib/cohort/item/features";
import type { Tally } from "@/lib/cohort/statistics/fisher-exact";
import { markdownToHtml } from "@/lib/content";
import { Callout } from "@/lib/ui/Callout";
import { Icon } from "@/lib/ui/icons";
import { numberText } from "@/lib/ui/number-text";
import { percent } from "@/lib/ui/percent";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { TableHead } from "@/lib/ui/TableHead";

type Labels = Readonly<Record<string, string>>;

interface NumberFeaturesProps {
  features: readonly FeatureComparison[];
  /** The parts' labels, as Markdown with TeX, by name. */
  labels: Labels;
}

/** Whether some numbers make the exercise easier or harder: each feature that parts the students, and the unfair ones in
 *  words. */
export function NumberFeatures({ features, labels }: NumberFeaturesProps) {
  if (features.length === 0) {
    return (
      <p className="mt-3 max-w-3xl text-muted text-sm">
        There is nothing to compare: no feature of the numbers has {fewestCompared} students who had
        it and {fewestCompared} who did not.
      </p>
    );
  }
  const unfair = features.filter((feature) => feature.unfair);
  return (
    <>
      <p className="mt-1 max-w-3xl text-muted text-sm">
        Everyone’s numbers are drawn by chance. So when students with one kind of numbers do worse
        by more than chance explains, the numbers make the difference. “By chance” is how likely a
        difference this large would be at first tries if the numbers made none; it allows for the{" "}
        {features.length === 1 ? "one comparison" : `${features.length} comparisons`} made.
      </p>
      {unfair.length > 0 ? (
        <Callout kind="warning" title="Some numbers are harder than others">
          {unfair.map((feature) => (
            <p
              className="max-w-3xl text-sm"
              key={nameOf(feature, labels)}
              dangerouslySetInnerHTML={{ __html: markdownToHtml(inWords(feature, labels)) }}
            />
          ))}
        </Callout>
      ) : (
        <p className="mt-2 text-sm">No feature makes more of a difference than chance explains.</p>
      )}
      <FeatureTable features={features} labels={labels} />
    </>
  );
}

const heads = ["Feature of the numbers", "Right with it", "Right without", "By chance", "Fair"];

function FeatureTable({ features, labels }: NumberFeaturesProps) {
  return (
    <ScrollBox label="Features of the numbers" className="mt-2 max-w-4xl">
      <table className="w-full min-w-lg border-collapse text-left text-sm tabular-nums">
        <TableHead heads={heads} />
        <tbody>
          {features.map((feature) => (
            <tr key={nameOf(feature, labels)} className="border-line border-b">
              <th
                scope="row"
                className="py-1.5 pr-4 font-normal"
                dangerouslySetInnerHTML={{ __html: markdownToHtml(nameOf(feature, labels)) }}
              />
              <td className="whitespace-nowrap py-1.5 pr-4">{shareOf(feature.having)}</td>
              <td className="whitespace-nowrap py-1.5 pr-4">{shareOf(feature.lacking)}</td>
              <td className="whitespace-nowrap py-1.5 pr-4">{chanceOf(feature.p)}</td>
              <td className="whitespace-nowrap py-1.5 pr-4">
                {feature.unfair ? (
                  <span className="text-bad">
                    <Icon name="warning" /> unfair
                  </span>
                ) : (
                  "fair so far"
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const traitWords: Readonly<Record<Trait, string>> = {
  negative: "is negative",
  whole: "is a whole number",
  zero: "is 0",
  "near 0": "is within 0.1 of 0",
  "near 1": "is within 0.1 of 1",
  "negative entry": "has a negative entry",
};

/** A feature as Markdown with TeX. */
const nameOf = ({ of, name, trait }: FeatureComparison, labels: Labels) =>
  `${of === "answer" ? `the answer to ${labels[name] ?? name}` : `\`${name}\``} ${traitWords[trait]}`;

function inWords(feature: FeatureComparison, labels: Labels): string {
  const [having, lacking] = [feature.having, feature.lacking].map(rightOf) as [number, number];
  const than = having < lacking ? "less" : "more";
  const what = feature.of === "answer" ? "this part" : "the exercise";
  return (
    `Where ${nameOf(feature, labels)}, students got ${what} right on the first try ${than} often: ` +
    `${percent(having)} of them did, and ${percent(lacking)} of the others. ` +
    "To make it fair, draw the numbers so that all students have this feature or none."
  );
}

const rightOf = ({ right, wrong }: Tally) => right / (right + wrong);

const shareOf = (tally: Tally) => `${percent(rightOf(tally))} of ${tally.right + tally.wrong}`;

const chanceOf = (p: number) => (p < 0.001 ? "below 0.001" : numberText(p, 2));
