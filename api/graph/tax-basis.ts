import { builder } from "#api/graph/builder.ts";

export const TaxBasis = builder.enumType("TaxBasis", {
  description: "How tax and amount go together.",
  values: {
    INCLUDED: { description: "The amount contains the tax." },
    ON_TOP: { description: "The tax is charged in addition, in the section TAX." },
  } as const,
});
