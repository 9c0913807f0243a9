/** The head of the OpenAPI document; the routes' schemas fill in the rest. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Heparin chart',
    version: '1',
    description:
      'Electronic chart for intravenous heparin. Instants are UTC, rates are mL/hr. Bodies are strict JSON. Errors are application/problem+json (RFC 9457). A page may name the person it shows in the header shown-user, percent-encoded: where the session is another person’s, every route that asks for one answers 401 another-person.',
  },
  components: {
    securitySchemes: {
      session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'session' },
    },
  },
  security: [{ session: [] }],
}
