package bobbin.video;

import bobbin.image.Image;

/**
 * A still picture that stands for a video, in the ratio in which the video is shown; its longer side has at most 960 pixels.
 *
 * @param image a JPEG
 * @param fromVideo false if it was drawn, because no picture of the video could be decoded
 */
public record Thumbnail(Image image, boolean fromVideo) {}
