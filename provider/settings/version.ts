/** The version of this package: that of its `package.json`, which takes longer to find than to read. */
export const version = "0.1.0";
