/**
 * A Partner Center and a Microsoft Entra ID on this machine, for tests of stacks.
 *
 * @module pulumi-partnercenter/simulator
 */

export { type Certificate, ensureCertificate } from "./certificate";
export type { TokenKind } from "./entra/claims";
export type { DirectoryChanges, UserSignIn } from "./entra/directory";
export type { FederatedTokenRequest } from "./entra/pipeline";
export type { RefreshTokenRequest } from "./entra/userTokens";
export type { HeldCustomer, HeldUser } from "./inspection";
export type { Misbehaviour, MisbehaviourRule, RequestPattern } from "./misbehaviour";
export type { AgreementTemplate, Cloud, Partner, Reseller, SimulatorOptions } from "./options";
export type { CompanyChange, Portal, SubscriptionOrder, UserChange } from "./portal";
export type { RecordedRequest } from "./recordedRequest";
export type { AccountStatus, Agreement, Qualification } from "./records/customers";
export type { ConfigurationPolicy, Device, DeviceBatch, DeviceIdentity } from "./records/devices";
export type { MigratedSubscription, Migration, MigrationSchedule } from "./records/migrations";
export type { Cart, CartLine, Order, Purchase } from "./records/purchases";
export type { Overage, Subscription, SupportContact } from "./records/subscriptions";
export type { UserLicense } from "./records/users";
export { startSimulator } from "./server";
export type { Invisibility, NewVetting } from "./service";
export type { Simulator } from "./simulator";
export type { TokenRequest } from "./tokens";
export type { Uncertain } from "./uncertain";
