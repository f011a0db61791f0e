/**
 * A Partner Center and a Microsoft Entra ID on this machine, for tests of stacks.
 *
 * @module pulumi-partnercenter/simulator
 */

export { type Certificate, ensureCertificate } from "./certificate";
export type { ConfigurationPolicy, Device, DeviceBatch, DeviceIdentity } from "./devices";
export type { TokenKind } from "./entra/accessTokens";
export type { DirectoryChanges, UserSignIn } from "./entra/directory";
export type { FederatedTokenRequest } from "./entra/pipeline";
export type { RefreshTokenRequest } from "./entra/userTokens";
export type { HeldCustomer, HeldUser } from "./inspection";
export type { MigratedSubscription, Migration, MigrationSchedule } from "./migrations";
export type { Misbehaviour, MisbehaviourRule, RequestPattern } from "./misbehaviour";
export type { AgreementTemplate, Cloud, Partner, Reseller, SimulatorOptions } from "./options";
export type { CompanyChange, Portal, SubscriptionOrder, UserChange } from "./portal";
export type { Cart, CartLine, Order, Purchase } from "./purchases";
export type { RecordedRequest } from "./requestLog";
export { startSimulator } from "./server";
export type { Invisibility, NewVetting } from "./service";
export type { Simulator } from "./simulator";
export type {
    AccountStatus,
    Agreement,
    Overage,
    Qualification,
    Subscription,
    SupportContact,
    UserLicense,
} from "./store";
export type { TokenRequest } from "./tokens";
export type { Uncertain } from "./uncertain";
