/** The resolved arguments, as `check` leaves them: the role by its id or by its name. */
export interface UserRoleInputs {
    customerId: string;
    userId: string;
    roleId?: string;
    roleName?: string;
}

/** What the state holds of a user's role. */
export interface UserRoleState extends UserRoleInputs {
    roleId: string;
}
