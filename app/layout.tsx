import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { getLearner } from "@/lib/auth/guest";
import { countDue } from "@/lib/review/cards";
import { ChosenZone } from "@/lib/ui/site/ChosenZone";
import { DecimalComma } from "@/lib/ui/site/DecimalComma";
import { LoadedLessons } from "@/lib/ui/site/LoadedLessons";
import { OnDemand } from "@/lib/ui/site/OnDemand";
import { SiteFooter } from "@/lib/ui/site/SiteFooter";
import { SiteHeader } from "@/lib/ui/site/SiteHeader";
import { signOut } from "./sign-out";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Chainrule", template: "%s · Chainrule" },
  description:
    "Courses whose exercises give you your own numbers and check every answer right away.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fdfcf9" },
    { media: "(prefers-color-scheme: dark)", color: "#14171c" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const learner = await getLearner();
  const { viewer } = learner;
  const due = await countDue(learner, new Date());
  return (
    <html lang="en" data-zone={viewer?.timeZone ?? undefined}>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-card focus:p-3"
        >
          Skip to content
        </a>
        <SiteHeader viewer={viewer} signOut={signOut} due={due} />
        <main id="main" className="mx-auto w-full grow px-4 pb-24 sm:px-6">
          <ChosenZone value={viewer?.timeZone ?? null}>{children}</ChosenZone>
        </main>
        <SiteFooter />
        {viewer?.decimalComma ? <DecimalComma /> : null}
        <OnDemand />
        {process.env.NODE_ENV === "development" ? <LoadedLessons /> : null}
      </body>
    </html>
  );
}
