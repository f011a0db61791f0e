import type { QualificationRequest } from "../partnercenter/qualifications";

export const deletionPolicies = ["prevent", "retain"] as const;

/** What a program declares of a qualification; also the part of the state that mirrors it. */
export interface QualificationInputs extends QualificationRequest {
    customerId: string;
    deletionPolicy: (typeof deletionPolicies)[number];
}

/** What the state holds of a qualification: what was asked for, and what came of it. */
export interface QualificationState extends QualificationInputs {
    vettingStatus?: string;
    vettingReason?: string;
    vettingCreatedDate?: string;
}
