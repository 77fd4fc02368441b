// Renderers turn report content into text.
