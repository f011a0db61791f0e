/** The form of Microsoft's ids. */
export const guidPattern = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What is wrong with an id of another form; stands after its name. */
export const notGuid = "must be a GUID, for example 01234567-89ab-cdef-0123-456789abcdef";
