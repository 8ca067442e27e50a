import type { UploadRequest } from '../../api';
import { ApiError } from '../client/apiError';

/** What the control API takes at most. */
export const LARGEST_FILE_BYTES = 10 * 1024 * 1024;

/** Reads a chosen file for the control API. Throws ApiError when it is too large. */
export async function readUpload(file: File): Promise<UploadRequest> {
  if (file.size > LARGEST_FILE_BYTES) {
    throw new ApiError(413, 'TooLarge', 'This file is too large. Files may have up to 10 MB.');
  }
  const address = await asDataUrl(file);
  return {
    name: file.name,
    contentType: file.type || 'application/octet-stream',
    contentBase64: address.slice(address.indexOf(',') + 1),
  };
}

function asDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(new ApiError(400, 'Unreadable', 'This file could not be read.'));
    reader.readAsDataURL(file);
  });
}
