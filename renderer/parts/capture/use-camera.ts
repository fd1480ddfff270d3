import { useEffect, useRef, useState } from 'react';

export type CameraState = 'opening' | 'live' | 'denied';

const WISH: MediaStreamConstraints = {
  // the camera at the back, where there are two
  video: { facingMode: 'environment', width: { ideal: 2560 }, height: { ideal: 1440 } },
  audio: false,
};
const PHOTO_MS = 3000;
const JPEG_QUALITY = 0.92;

const later = (ms: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), ms));

/** The camera's own picture, with what it writes into it; null where the machine has no such thing or it does not answer. */
async function ownPicture(track: MediaStreamTrack): Promise<Blob | null> {
  if (typeof ImageCapture === 'undefined') return null;
  const taken = new ImageCapture(track).takePhoto().catch(() => null);
  return Promise.race([taken, later(PHOTO_MS)]);
}

/** What is to be seen in the finder now. */
function finderPicture(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY));
}

/** The camera of this machine while a screen needs it; it is let go when the screen goes. */
export function useCamera() {
  const finder = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream>(null);
  const [state, setState] = useState<CameraState>('opening');
  useEffect(() => {
    let gone = false;
    const take = (found: MediaStream) => {
      if (gone) return stop(found);
      stream.current = found;
      const [track] = found.getVideoTracks();
      track?.addEventListener('ended', () => setState('denied'));
      if (finder.current) finder.current.srcObject = found;
      setState('live');
    };
    const asked = navigator.mediaDevices?.getUserMedia(WISH);
    if (asked) asked.then(take, () => setState('denied'));
    else setState('denied');
    return () => {
      gone = true;
      if (stream.current) stop(stream.current);
      stream.current = null;
    };
  }, []);
  const shoot = async (): Promise<Blob | null> => {
    const [track] = stream.current?.getVideoTracks() ?? [];
    const video = finder.current;
    if (!track || !video) return null;
    return (await ownPicture(track)) ?? finderPicture(video);
  };
  return { finder, state, shoot };
}

const stop = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop();
};
