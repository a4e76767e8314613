-- Each secret vote has its own two tables, children of secret_draw and secret_ballot. When casting ends they are made anew in
-- random order and the old ones dropped: no order, time, xmin or leftover of a row tells which ballot was cast after
-- which draw.
create or replace function secret_table(p_kind text, p_vote uuid) returns text language sql immutable as $$
	select p_kind || '_' || replace(p_vote::text, '-', '')
$$;

create or replace function prepare_secret_vote(p_vote uuid) returns void language plpgsql as $$
declare
	kind text;
begin
	foreach kind in array array['secret_draw', 'secret_ballot'] loop
		execute format('create table %I (like %I including all, check (vote_id = %L))', secret_table(kind, p_vote), kind, p_vote);
		execute format('alter table %I inherit %I', secret_table(kind, p_vote), kind);
		execute format('alter table %I enable row level security', secret_table(kind, p_vote));
	end loop;
end
$$;

-- Casts by token alone; the caller has checked its signature. Writes the ballot's row and nothing else. The share of the
-- vote's row makes the end wait for casts under way. Sent again it is the same ballot.
create or replace function cast_secret_ballot(p_vote uuid, p_nonce text, p_revision integer, p_choice text, p_salt text)
	returns text language plpgsql as $$
declare
	v vote%rowtype;
	box text := secret_table('secret_ballot', p_vote);
	added integer;
	same boolean;
begin
	select * into v from vote where id = p_vote for share;
	if v.state in ('draft', 'announced') then
		return 'not-open-yet';
	elsif v.state <> 'open' or app_now() >= coalesce(v.extended_to, v.closes_at) then
		return 'closed';
	elsif not v.options @> jsonb_build_array(jsonb_build_object('id', p_choice)) then
		return 'no-such-option';
	end if;
	execute format('insert into %I (vote_id, nonce, revision, choice, salt) values ($1, $2, $3, $4, $5) on conflict do nothing', box)
		using p_vote, p_nonce, p_revision, p_choice, p_salt;
	get diagnostics added = row_count;
	if added = 0 then
		execute format('select choice = $3 and salt = $4 from %I where nonce = $1 and revision = $2', box)
			into same using p_nonce, p_revision, p_choice, p_salt;
		if not same then
			return 'revision-taken';
		end if;
	end if;
	return 'cast';
end
$$;

-- Ends casting: of the draws remain entry and channel, of the ballots the last revision of each, both shuffled.
create or replace function close_secret_vote(p_vote uuid) returns void language plpgsql as $$
declare
	kind text;
	old text;
	kept text;
begin
	foreach kind in array array['secret_draw', 'secret_ballot'] loop
		old := secret_table(kind, p_vote);
		execute format('create table %I (like %I including all, check (vote_id = %L))', old || '_closed', kind, p_vote);
		kept := case kind
			when 'secret_draw' then 'select vote_id, entry_id, channel from %I order by gen_random_uuid()'
			else 'select * from (select distinct on (nonce) vote_id, nonce, revision, choice, salt from %I order by nonce, revision desc) last
				order by gen_random_uuid()'
		end;
		execute format(
			'insert into %I (' || case kind
				when 'secret_draw' then 'vote_id, entry_id, channel'
				else 'vote_id, nonce, revision, choice, salt'
			end || ') ' || kept,
			old || '_closed', old);
		execute format('drop table %I', old);
		execute format('alter table %I rename to %I', old || '_closed', old);
		execute format('alter table %I inherit %I', old, kind);
		execute format('alter table %I enable row level security', old);
	end loop;
end
$$;
