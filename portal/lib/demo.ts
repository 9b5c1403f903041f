/** The demo coalition's people, as prisma/seed makes them. Shown only where the hub runs with DEMO=1. */
export const demoPassword = "zgoda-demo";

export type DemoPerson = {
  email: string;
  name: string;
  role: "MEMBER" | "OWNER" | "CLERK" | "FINANCE" | "RISK" | "ADMIN" | "AUDITOR";
  /** Where a partner's person works. */
  at?: string;
  shell: "member" | "partner" | "operator";
};

export const demoPeople: DemoPerson[] = [
  { email: "ana@demo.zgoda", name: "Ana Kavaliova", role: "MEMBER", shell: "member" },
  { email: "bohdan@demo.zgoda", name: "Bohdan Harbar", role: "MEMBER", shell: "member" },
  { email: "grocer.owner@demo.zgoda", name: "Stsiapan Kalasouski", role: "OWNER", at: "Kalasok", shell: "partner" },
  { email: "fuel.owner@demo.zgoda", name: "Mikalai Shliakhau", role: "OWNER", at: "Shliakh Fuel", shell: "partner" },
  { email: "operator.clerk@demo.zgoda", name: "Alena Pisarchyk", role: "CLERK", shell: "operator" },
  { email: "operator.finance@demo.zgoda", name: "Hienadz Skarbnik", role: "FINANCE", shell: "operator" },
  { email: "operator.risk@demo.zgoda", name: "Palina Vartaunik", role: "RISK", shell: "operator" },
  { email: "operator.admin@demo.zgoda", name: "Ryhor Advaznik", role: "ADMIN", shell: "operator" },
  { email: "operator.auditor@demo.zgoda", name: "Zmicier Reviziuk", role: "AUDITOR", shell: "operator" },
];
