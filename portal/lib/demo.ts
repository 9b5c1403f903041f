/** The demo coalition's people, as prisma/seed makes them. Shown only where the hub runs with DEMO=1. */
export const demoPassword = "zgoda-demo";

export type DemoPerson = {
  email: string;
  name: string;
  role: "MEMBER" | "OWNER" | "CLERK" | "FINANCE";
  shell: "member" | "partner" | "operator";
};

export const demoPeople: DemoPerson[] = [
  { email: "ana@demo.zgoda", name: "Ana", role: "MEMBER", shell: "member" },
  { email: "grocer.owner@demo.zgoda", name: "Grocer", role: "OWNER", shell: "partner" },
  { email: "operator.clerk@demo.zgoda", name: "Operator", role: "CLERK", shell: "operator" },
  { email: "operator.finance@demo.zgoda", name: "Operator", role: "FINANCE", shell: "operator" },
];
