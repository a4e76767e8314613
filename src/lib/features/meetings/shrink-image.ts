/** As long as the longer side of a picture in minutes needs to be, in pixels. */
const LONGEST = 2000;

/**
 * A picture as it is sent: photos the right way up and no larger than paper shows them, whatever the browser can read as
 * JPEG. Where the browser cannot read it, it is sent as it is, and the server decides.
 */
export async function shrinkImage(file: File): Promise<File> {
	const bitmap = await createImageBitmap(file).catch(() => null);
	if (!bitmap) return file;
	const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
	if (file.type === 'image/png' && scale === 1) return file;
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)];
	const paper = canvas.getContext('2d')!;
	// what is transparent is paper
	paper.fillStyle = '#fff';
	paper.fillRect(0, 0, canvas.width, canvas.height);
	paper.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.88));
	return blob ? new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' }) : file;
}
