export { notify, type News } from './notify.ts';
export { notificationsOf, type Told } from './queries.ts';
export { openNotification, readAllNotifications } from './read-notifications.ts';
export { registerNotifications } from './register.ts';
