-- Documents a programme issues: numbered, versioned, printed again as they were. What they say is sealed under the key of
-- their record; a number, a day and a checksum stay when the content must go.

CREATE TABLE documents (
  area              integer NOT NULL,
  id                uuid NOT NULL,                   -- made by the client, or from the step that makes it
  record            uuid NOT NULL,
  kind              text NOT NULL,                   -- of the record
  programme         text NOT NULL,
  document          text NOT NULL,                   -- key of the definition's template
  number            text NOT NULL,                   -- HJXY-152921-2026-00003
  issue             integer NOT NULL,                -- the how-manieth of this kind for this record
  template_version  smallint NOT NULL,
  class             text NOT NULL CHECK (class IN ('P0', 'P1', 'P2', 'P3', 'P4')),
  for_receiver      boolean NOT NULL DEFAULT false,
  persons           uuid[] NOT NULL DEFAULT '{}',    -- who is named in it
  content           bytea,                           -- its blocks; NULL: gone with a person who was erased
  page              bytea,                           -- the very file
  content_sha256    bytea NOT NULL,
  page_sha256       bytea NOT NULL,
  made_from         bytea NOT NULL,                  -- of what it says without number and day: whether anything has changed
  action            uuid,                            -- the step that made it
  by_account        uuid,
  by_post           uuid,
  by_org            bigint NOT NULL,
  on_date           date NOT NULL,
  at                timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, id)
);
CREATE INDEX documents_id ON documents (id);
CREATE UNIQUE INDEX documents_issue ON documents (record, document, issue);
CREATE UNIQUE INDEX documents_number ON documents (number);
CREATE INDEX documents_persons ON documents USING gin (persons);

-- Every time one was printed or downloaded.
CREATE TABLE document_prints (
  area      integer NOT NULL,
  id        uuid NOT NULL,
  document  uuid NOT NULL,
  account   uuid NOT NULL,
  post      uuid NOT NULL,
  by_org    bigint NOT NULL,
  purpose   text,
  at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (area, id)
);
CREATE INDEX document_prints_document ON document_prints (document, at);

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['documents', 'document_prints'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO CURRENT_USER USING ((SELECT actor_duty()) = ''backup'')', t || '_backup', t);
  END LOOP;
END $$;

-- Found by whoever sees the record; by whom it was sent to, only what was made for her.
CREATE POLICY documents_read ON documents FOR SELECT USING ((SELECT actor_duty()) IN ('verify', 'load', 'erase')
  OR EXISTS (SELECT FROM records r WHERE r.id = documents.record
             AND (documents.for_receiver OR NOT only_received(r.receiver, r.sealed, r.org) OR r.id = (SELECT actor_hand()))));
CREATE POLICY documents_issue ON documents FOR INSERT WITH CHECK ((SELECT actor_duty()) = 'load'
  OR (record = (SELECT actor_hand()) AND by_post IS NOT DISTINCT FROM (SELECT actor_post())));
-- What is written stays, but for what it says of a person who is erased.
CREATE POLICY documents_shred ON documents FOR UPDATE USING ((SELECT actor_duty()) = 'erase')
  WITH CHECK ((SELECT actor_duty()) = 'erase' AND num_nonnulls(content, page) = 0);
GRANT SELECT, INSERT, UPDATE (content, page) ON documents TO niangjia_app;

CREATE POLICY document_prints_read ON document_prints FOR SELECT USING ((SELECT actor_duty()) IN ('verify', 'load')
  OR EXISTS (SELECT FROM documents d WHERE d.id = document_prints.document));
CREATE POLICY document_prints_add ON document_prints FOR INSERT
  WITH CHECK (account = (SELECT actor_account()) AND post = (SELECT actor_post())
    AND EXISTS (SELECT FROM documents d WHERE d.id = document_prints.document));
GRANT SELECT, INSERT ON document_prints TO niangjia_app;
