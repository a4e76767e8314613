import { defineConfig } from 'drizzle-kit';

// paths are relative to the folder the command runs in: the repository's root
export default defineConfig({
	dialect: 'postgresql',
	casing: 'snake_case',
	schema: './src/lib/server/db/schema/*.ts',
	out: './drizzle'
});
