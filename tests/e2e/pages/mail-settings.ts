/** Where the mail server of the tests listens, beside the product; it runs while the tests that read mail do. */
export const mailPort = (productPort: number) => productPort + 2;

/** What the product under test is told of its mail server. */
export const mailSettings = (productPort: number) => ({
  SMTP_URL: `smtp://127.0.0.1:${mailPort(productPort)}`,
  MAIL_FROM: "Chainrule <chainrule@school.test>",
});
