-- The second fence (the first are the portal's policies): the owner of the tables is the only one who reads or writes them.
-- A managed PostgreSQL such as Supabase offers the schema to its roles `anon` and `authenticated` over HTTP; they find
-- nothing here. Row-level security without a policy denies every row, also where somebody grants a table by mistake. Last
-- of the rules, so that it covers whatever the migrations and the rules before it have made.
do $$
declare
	one record;
	outsider text;
begin
	for one in
		select c.oid::regclass as name from pg_class c
		where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity
			and pg_get_userbyid(c.relowner) = current_user
	loop
		execute format('alter table %s enable row level security', one.name);
	end loop;

	for one in
		select p.oid::regprocedure as name from pg_proc p
		where p.pronamespace = 'public'::regnamespace and pg_get_userbyid(p.proowner) = current_user
			and p.proacl is null
			and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
	loop
		execute format('revoke execute on function %s from public', one.name);
	end loop;

	for outsider in select rolname from pg_roles where rolname in ('anon', 'authenticated') loop
		execute format('alter default privileges in schema public revoke all on tables from %I', outsider);
		execute format('alter default privileges in schema public revoke all on sequences from %I', outsider);
		execute format('alter default privileges in schema public revoke all on functions from %I', outsider);
		execute format('revoke all on all tables in schema public from %I', outsider);
		execute format('revoke all on all sequences in schema public from %I', outsider);
		for one in
			select p.oid::regprocedure as name from pg_proc p
			where p.pronamespace = 'public'::regnamespace and pg_get_userbyid(p.proowner) = current_user
				and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
		loop
			execute format('revoke execute on function %s from %I', one.name, outsider);
		end loop;
	end loop;
end $$;
