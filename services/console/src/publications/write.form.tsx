import { Button, Checkbox, Form, Input, Space, Spin } from 'antd';
import { lazy, Suspense, type ComponentProps } from 'react';
import { AudienceChooser } from '../audience/audience.chooser.tsx';
import { AttachmentTags } from './attachment.tags.tsx';
import type { Composing } from './composer.ts';
import type { WrittenBody } from '../editor/body.editor.tsx';
import { gapsIn } from '../editor/document.gaps.ts';
import { useKnownKeys, type KnownKey } from '../frame/known.keys.ts';
import { useFindingKeys } from '../checks/finding.keys.ts';
import { FindingBar } from '../checks/finding.bar.tsx';
import { ConsequencesOf } from './consequences.of.tsx';
import { DeliveryFields } from './delivery.fields.tsx';
import type { Writing } from './draft.saving.ts';
import { EssentialsFields } from './essentials.fields.tsx';
import { FileButtons } from './file.buttons.tsx';
import { KeptNote } from './kept.note.tsx';
import { HeadingFields } from './heading.fields.tsx';
import { MatterFields } from './matter.fields.tsx';
import { TemplateButton } from '../templates/template.button.tsx';
import { ProposalNotes } from './proposal.notes.tsx';

interface Props {
  readonly purpose: Writing['purpose'];
  readonly composing: Composing;
}

const known: readonly KnownKey[] = [{ keys: 'Ctrl + Enter', does: '保存草稿' }];

export function WriteForm({ purpose, composing }: Props) {
  const { form, before, channels, saving, save, attachments, setAttachments, checking } = composing;
  useFindingKeys(checking);
  useKnownKeys(known);
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={composing.beginning.base.written}
      onFinish={save}
      onKeyDown={(event) => {
        if (event.ctrlKey && event.key === 'Enter' && !event.nativeEvent.isComposing) form.submit();
      }}
    >
      {purpose === 'correct' && <Correcting composing={composing} />}
      <FileButtons
        onText={(read) => {
          composing.fillIn(read);
          form.setFieldsValue({ body: { document: read.body, media: read.media } });
        }}
        onAttachment={(file) => setAttachments((all) => [...all.filter((a) => a.href !== file.href), file])}
      >
        {purpose === 'new' && (
          <TemplateButton isWritten={composing.source !== null} onMade={composing.beginWith} />
        )}
      </FileButtons>
      <HeadingFields shortTitles={composing.previews.data?.shortTitles ?? []} />
      <Form.Item name="losses" hidden>
        <Input />
      </Form.Item>
      <Form.Item name="ownWords" hidden>
        <Input />
      </Form.Item>
      <AttachmentTags attachments={attachments} onChange={setAttachments} />
      <Form.Item
        name="body"
        label="正文"
        rules={[{ validator: (_rule, body: WrittenBody) => faultOf(body) }]}
      >
        <Loaded onNotice={composing.fillIn} noticed={checking.noticed} onPlaces={checking.register} />
      </Form.Item>
      <FindingBar checking={checking} />
      <EssentialsFields read={composing.previews.data?.essentials ?? []} />
      <MatterFields form={form} />
      <Space wrap size={24} style={{ marginBottom: 8 }}>
        <DeliveryFields
          isNew={purpose === 'new'}
          // a correction goes wherever the edition before it went
          channels={purpose === 'correct' ? null : (channels.data ?? [])}
        />
      </Space>
      {composing.usual !== undefined && purpose !== 'correct' && (
        <ProposalNotes
          proposal={composing.usual}
          channels={channels.data ?? []}
          written={composing.written}
        />
      )}
      <Form.Item name="audience" label="受众">
        <AudienceChooser
          channels={channels.data ?? []}
          chosen={composing.chosen}
          {...(before === undefined ? {} : { organisation: before.organisation })}
        />
      </Form.Item>
      <Space wrap>
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          保存草稿（Ctrl+Enter）
        </Button>
        <KeptNote kept={composing.unsaved.kept} />
      </Space>
    </Form>
  );
}

/** Fetched when somebody writes: it is a quarter of the console. */
const BodyEditor = lazy(async () => ({ default: (await import('../editor/body.editor.tsx')).BodyEditor }));

const Loaded = (props: ComponentProps<typeof BodyEditor>) => (
  <Suspense fallback={<Spin />}>
    <BodyEditor {...props} />
  </Suspense>
);

/** @throws Error with what is still to be written */
async function faultOf({ document }: WrittenBody): Promise<void> {
  const [gap] = document === null ? ['请填写或粘贴正文'] : gapsIn(document);
  if (gap !== undefined) throw new Error(gap);
}

/** What the public is told, and what becomes of the edition before. */
const Correcting = ({ composing: { before } }: { composing: Composing }) => (
  <>
    <div style={{ marginBottom: 12 }}>
      {before !== undefined && <ConsequencesOf p={before} act="correct" />}
    </div>
    <Form.Item
      name="reason"
      label="更正原因（公开）"
      rules={[{ required: true, message: '请写明公众能看到的更正原因' }]}
    >
      <Input maxLength={500} />
    </Form.Item>
    <Form.Item
      name="hidesEarlier"
      valuePropName="checked"
      extra="默认：网站注明改了什么，原版另页保留并注明已被替代。原版含个人信息等不应公开的内容时请勾选。"
    >
      <Checkbox>原版不得继续公开</Checkbox>
    </Form.Item>
  </>
);
