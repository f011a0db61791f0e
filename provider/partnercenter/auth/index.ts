/** All ways to sign in to Microsoft Entra ID. */
export { appAndUser } from "./appAndUser";
export { appOnly } from "./appOnly";
export { azureCli } from "./azureCli";
export { assertionFromFile, assertionFromPipeline } from "./federation";
export { managedIdentity } from "./managedIdentity";
export { inFile, inMemory } from "./refreshTokenStore";
