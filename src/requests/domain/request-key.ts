/** Which request of which agency. 登记编号 is unique within the agency. */
export type RequestKey = Readonly<{ agencyId: string; number: string }>;
