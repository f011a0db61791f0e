export { advice } from "./advice";
export { foreseeCreation } from "./foreseeCreation";
export { askedAbout } from "./online/askedAbout";
export { validate } from "./validate";
