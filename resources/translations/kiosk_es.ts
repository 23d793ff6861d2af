<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>CloseButton</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Comfort</name>
    <message>
        <source>Comfort</source>
        <translation>Comodidad de lectura</translation>
    </message>
    <message>
        <source>Standard text</source>
        <translation>Letra normal</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Letra grande</translation>
    </message>
    <message>
        <source>Very large text</source>
        <translation>Letra muy grande</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Within reach</source>
        <translation>Al alcance de la mano</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Índice</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Para llevar</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Reanudar la lectura</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>Pausar la lectura</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Detener la lectura</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>Comfort</source>
        <translation>Comodidad de lectura</translation>
    </message>
    <message>
        <source>Resume slideshow</source>
        <translation>Reanudar la presentación</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Letters: %1</source>
        <translation>Letras: %1</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Contents</source>
        <translation>Índice</translation>
    </message>
    <message>
        <source>Slide %L1 of %L2</source>
        <translation>Diapositiva %L1 de %L2</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hacia arriba</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Hacia abajo</translation>
    </message>
</context>
<context>
    <name>PartControls</name>
    <message>
        <source>Up</source>
        <translation>Hacia arriba</translation>
    </message>
    <message>
        <source>Part %1 of %2</source>
        <translation>Parte %1 de %2</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Hacia abajo</translation>
    </message>
</context>
<context>
    <name>PictureButton</name>
    <message>
        <source>Enlarge picture</source>
        <translation>Ampliar la imagen</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Digits</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Aceptar</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>Slide %L1 of %L2</source>
        <translation>Diapositiva %L1 de %L2</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>Code for phones: %1</source>
        <translation>Código para el teléfono: %1</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Sin resultados</translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation>¿Qué busca?</translation>
    </message>
    <message>
        <source>Did you mean:</source>
        <translation>Tal vez quiso decir:</translation>
    </message>
    <message>
        <source>Try another word, or a shorter one.</source>
        <translation>Pruebe con otra palabra o con una más corta.</translation>
    </message>
    <message>
        <source>A word, a name or a number will do, with or without accents.</source>
        <translation>Basta una palabra, un nombre o un número, con o sin acentos.</translation>
    </message>
    <message>
        <source>Pages found: %L1</source>
        <translation>Páginas encontradas: %L1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>SectionRail</name>
    <message>
        <source>Earlier sections</source>
        <translation>Secciones anteriores</translation>
    </message>
    <message>
        <source>Later sections</source>
        <translation>Secciones siguientes</translation>
    </message>
</context>
<context>
    <name>StaffPad</name>
    <message>
        <source>Too many wrong PINs. Try again in %L1 s.</source>
        <translation>Demasiados PIN erróneos. Nuevo intento en %L1&#xa0;s.</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>Ese no es el PIN.</translation>
    </message>
    <message>
        <source>PIN for staff</source>
        <translation>PIN del personal</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>Limpiar la pantalla</translation>
    </message>
    <message>
        <source>Turn the screen off</source>
        <translation>Apagar la pantalla</translation>
    </message>
    <message>
        <source>Read the content again</source>
        <translation>Volver a leer el contenido</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Tap again to quit</source>
        <translation>Toque otra vez para salir</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>TakeAway</name>
    <message>
        <source>Contact card</source>
        <translation>Tarjeta de contacto</translation>
    </message>
    <message>
        <source>Calendar entry</source>
        <translation>Evento de calendario</translation>
    </message>
    <message>
        <source>Place on the map</source>
        <translation>Lugar en el mapa</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Dirección web</translation>
    </message>
    <message>
        <source>Text of this page</source>
        <translation>Texto de esta página</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Para llevar</translation>
    </message>
    <message>
        <source>Scan with your phone</source>
        <translation>Escanee con su teléfono</translation>
    </message>
    <message>
        <source>The code itself holds it: no network is needed.</source>
        <translation>Todo está en el código: no hace falta conexión.</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Slide %L1, %2</source>
        <translation>Diapositiva %L1, %2</translation>
    </message>
</context>
<context>
    <name>kiosk</name>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} de {total}</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>Touch to explore</source>
        <translation>Toque la pantalla para explorar</translation>
    </message>
    <message>
        <source>The screen is being cleaned</source>
        <translation>Se está limpiando la pantalla</translation>
    </message>
    <message>
        <source>Touch the screen to stay on this page. Back to the start in {seconds}&#xa0;s.</source>
        <translation>Toque la pantalla para seguir en esta página. Vuelta al inicio en {seconds}&#xa0;s.</translation>
    </message>
    <message>
        <source>Scan with your phone</source>
        <translation>Escanee con su teléfono</translation>
    </message>
    <message>
        <source>In the building</source>
        <translation>En el edificio</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Getting here</source>
        <translation>Cómo llegar</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>Fuente:</translation>
    </message>
    <message>
        <source>No slide can be shown</source>
        <translation>No se puede mostrar ninguna página</translation>
    </message>
    <message>
        <source>What comes with the program, after it failed with the content</source>
        <translation>Lo que viene con el programa, tras fallar con el contenido</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>On the screen</source>
        <translation>En pantalla</translation>
    </message>
    <message>
        <source>Content file</source>
        <translation>Archivo de contenido</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>Últimos mensajes</translation>
    </message>
    <message>
        <source>The last good content: the file is not fit to be shown</source>
        <translation>El último contenido bueno: el archivo no se puede mostrar</translation>
    </message>
    <message>
        <source>Revision {revision}</source>
        <translation>Revisión {revision}</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Todo está bien</translation>
    </message>
    <message>
        <source>The clock of the machine is wrong</source>
        <translation>El reloj del equipo está mal</translation>
    </message>
    <message>
        <source>The disk is nearly full</source>
        <translation>El disco está casi lleno</translation>
    </message>
    <message>
        <source>Nothing can be written to the disk</source>
        <translation>No se puede escribir nada en el disco</translation>
    </message>
    <message>
        <source>Version {version}, running since {time}</source>
        <translation>Versión {version}, en marcha desde {time}</translation>
    </message>
    <message>
        <source>What is right in the content file, which has errors</source>
        <translation>Lo correcto del archivo de contenido, que tiene errores</translation>
    </message>
    <message>
        <source>As the content file says</source>
        <translation>Según el archivo de contenido</translation>
    </message>
    <message>
        <source>Slowest frame of the last hour: {number} ms</source>
        <translation>Imagen más lenta de la última hora: {number} ms</translation>
    </message>
    <message>
        <source>Displays: {names}</source>
        <translation>Pantallas: {names}</translation>
    </message>
    <message>
        <source>Touch screens: {number}</source>
        <translation>Pantallas táctiles: {number}</translation>
    </message>
    <message>
        <source>Memory: {size}</source>
        <translation>Memoria: {size}</translation>
    </message>
    <message>
        <source>And {number} more</source>
        <translation>Y {number} más</translation>
    </message>
    <message>
        <source>Unexpected ends of late: {number}</source>
        <translation>Cierres inesperados recientes: {number}</translation>
    </message>
    <message>
        <source>Messages that were lost: {number}</source>
        <translation>Mensajes perdidos: {number}</translation>
    </message>
    <message>
        <source>Free on the disk: {size}</source>
        <translation>Libre en el disco: {size}</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Ningún problema</translation>
    </message>
</context>
</TS>
