import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { getLearner } from "@/lib/auth/guest";
import { countDue } from "@/lib/course/review/cards";
import { SiteHeader } from "@/lib/ui/site/SiteHeader";
import { signOut } from "./sign-out";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Chainrule", template: "%s · Chainrule" },
  description:
    "The mathematics of neural networks, with exercises that are drawn for you and graded at once.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fdfcf9" },
    { media: "(prefers-color-scheme: dark)", color: "#14171c" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { viewer, userId } = await getLearner();
  const due = await countDue(userId, new Date());
  return (
    <html lang="en">
      <body>
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-card focus:p-3"
        >
          Skip to the text
        </a>
        <SiteHeader
          viewer={viewer && { name: viewer.name, role: viewer.role }}
          signOut={signOut}
          due={due}
        />
        <main id="main" className="mx-auto w-full px-4 pb-24 sm:px-6">
          {children}
        </main>
      </body>
    </html>
  );
}
