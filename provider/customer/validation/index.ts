export { advice } from "./advice";
export { foreseeCreation } from "./foreseeCreation";
export { membersOf } from "./members";
export { askedAbout } from "./online/askedAbout";
export { validate } from "./validate";
