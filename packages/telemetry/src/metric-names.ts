/** Every metric of the house. */
export const metricNames = {
  messagesHandled: 'towncrier_messages_handled_total',
  deliveriesSettled: 'towncrier_deliveries_settled_total',
  deliverySeconds: 'towncrier_delivery_seconds',
  outboxRelayed: 'towncrier_outbox_relayed_total',
  outboxWaiting: 'towncrier_outbox_waiting',
} as const;
