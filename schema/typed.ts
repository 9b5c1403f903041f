/** A persisted operation: its text stays with the gateway, only the id is sent. The types exist on paper only. */
export type Operation<Result, Variables> = { name: string; id: string; types?: (variables: Variables) => Result };

export const operation = <Result, Variables>(name: string, id: string): Operation<Result, Variables> => ({ name, id });
