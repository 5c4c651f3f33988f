/** Where the campus's provider is, beside the product; it runs while the tests that sign in there do. */
export const campusIssuer = (productPort: number) => `http://localhost:${productPort + 1}`;

/** What the product under test is told of the campus's provider. */
export const campusSettings = (productPort: number) => ({
  OIDC_ISSUER: campusIssuer(productPort),
  OIDC_CLIENT_ID: "chainrule",
  OIDC_CLIENT_SECRET: "a secret of the tests",
  OIDC_NAME: "Campus",
});
