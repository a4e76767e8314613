/** Does this error, or what it wraps, say that the constraint of this name was violated? */
export function violates(error: unknown, constraint: string): boolean {
	for (let e = error; e instanceof Error; e = e.cause) {
		if ('constraint_name' in e && e.constraint_name === constraint) return true;
	}
	return false;
}
